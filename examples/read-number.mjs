// node read-number.mjs SERVICE PICTURE: prints each number in the picture and how sure the reader is of it.
import { readFile } from 'node:fs/promises';

/** The numbers in a picture (a Blob, or the File that a person chose in a browser). */
export async function read(service, picture) {
  const form = new FormData();
  form.set('image', picture, 'picture');
  const answer = await fetch(`${service}/predict`, { method: 'POST', body: form });
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.detail);
  return content.numbers;
}

const [service, file] = process.argv.slice(2);
try {
  for (const { text, confidence } of await read(service, new Blob([await readFile(file)]))) console.log(text, confidence);
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
}
