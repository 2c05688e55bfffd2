import { texts } from './texts.js';

const PATIENCE_MILLIS = 60_000;

/** Why there is no reading, in a sentence for a person. */
export class Problem extends Error {
  constructor(detail, title = texts.problemTitle, id = null) {
    super(detail);
    this.title = title;
    this.id = id;
  }
}

/**
 * Posts a picture and gives the service's reading; throws a Problem, or an AbortError when the signal says so.
 * XMLHttpRequest and not fetch: only it tells how much has been sent.
 */
export function predict(picture, { digits, polarity }, { onSent, signal }) {
  const query = new URLSearchParams({ polarity });
  if (digits) query.set('digits', digits);
  const form = new FormData();
  form.set('image', picture, picture.name);

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `predict?${query}`);
    request.setRequestHeader('Accept', 'application/json');
    request.timeout = PATIENCE_MILLIS;
    request.upload.onprogress = (sent) => sent.lengthComputable && onSent(sent.loaded / sent.total);
    request.upload.onload = () => onSent(1);
    request.onload = () => (request.status === 200 ? reading(request, resolve, reject) : reject(problem(request)));
    request.onerror = () => reject(new Problem(texts.unreachable));
    request.ontimeout = () => reject(new Problem(texts.tooSlow));
    request.onabort = () => reject(new DOMException('another picture came', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function reading(request, resolve, reject) {
  const answer = parsed(request);
  if (Array.isArray(answer?.numbers)) resolve(answer);
  else reject(new Problem(texts.unexpected(request.status)));
}

function problem(request) {
  const answer = parsed(request) ?? {};
  return new Problem(answer.detail ?? texts.unexpected(request.status), answer.title, answer.requestId);
}

function parsed(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}
