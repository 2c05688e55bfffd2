#!/usr/bin/env python3
"""read_number.py SERVICE PICTURE: prints each number in the picture and how sure the reader is of it."""
import json
import sys
import time
import urllib.error
import urllib.request


def read(service, picture, tries=5):
    """The numbers in a picture (bytes of a JPEG, PNG, WebP or BMP), as the service answers them."""
    request = urllib.request.Request(
        service + "/predict", data=picture, headers={"Content-Type": "application/octet-stream"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["numbers"]
    except urllib.error.HTTPError as refusal:
        if refusal.code == 503 and tries > 1:  # busy: it says how many seconds to wait
            time.sleep(float(refusal.headers.get("Retry-After", 1)))
            return read(service, picture, tries - 1)
        raise ValueError(json.load(refusal)["detail"]) from None


if __name__ == "__main__":
    with open(sys.argv[2], "rb") as file:
        try:
            numbers = read(sys.argv[1], file.read())
        except ValueError as problem:
            sys.exit(str(problem))
    for number in numbers:
        print(number["text"], number["confidence"], "" if number["certain"] else "please check")
