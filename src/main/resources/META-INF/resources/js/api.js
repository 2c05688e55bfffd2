import { texts } from './texts.js';

const PATIENCE_MILLIS = 60_000;
/** The service gives at most ten runners-up; of a digit there are nine. */
const RUNNERS_UP = 9;
const TOKEN = 'token';
const UNAUTHORIZED = 401;

/** Why there is no reading, in a sentence for a person. */
export class Problem extends Error {
  constructor(detail, title = texts.problemTitle, id = null, status = null) {
    super(detail);
    this.title = title;
    this.id = id;
    this.status = status;
  }

  /** Whether the service reads only for those who show it a token that it knows. */
  get wantsToken() {
    return this.status === UNAUTHORIZED;
  }

  /** Whether it may pass of itself: no answer, or one that tells of the service and not of the picture. */
  get mayPass() {
    return this.status === null || this.status >= 500 || [408, 429].includes(this.status);
  }
}

let token = kept();

/** Shows this token to the service from now on; it is kept in this tab only, as the visit is. */
export function useToken(given) {
  token = given;
  try {
    sessionStorage.setItem(TOKEN, given);
  } catch {
    // Where the browser keeps nothing, it has to be given once more after a reload.
  }
}

export function forgetToken() {
  token = null;
  if (kept()) sessionStorage.removeItem(TOKEN);
}

function kept() {
  try {
    return sessionStorage.getItem(TOKEN);
  } catch {
    return null;
  }
}

/** Posts a picture and gives the service's reading; throws a Problem, or an AbortError when the signal says so. */
export async function predict(picture, options, { onSent, signal }) {
  const answer = await post('predict', picture, { ...options, alternatives: RUNNERS_UP }, { onSent, signal });
  if (!Array.isArray(answer.numbers)) throw new Problem(texts.unexpected(200));
  return answer;
}

/** Posts a picture and gives where its digits are, with their frames, and how it is read; throws as predict does. */
export async function explain(picture, options) {
  const detail = options.method === 'classical' ? '' : 'steps'; // the classical method has none
  const answer = await post('segment', picture, { ...options, detail, crops: true }, {});
  if (!answer.lines || (detail && !answer.steps)) throw new Problem(texts.unexpected(200));
  return answer;
}

/**
 * XMLHttpRequest and not fetch: only it tells how much has been sent.
 *
 * @param {string} path
 * @param {File} picture
 * @param {object} parameters
 * @param {{onSent?: (share: number) => void, signal?: AbortSignal}} watching
 */
function post(path, picture, parameters, { onSent = () => {}, signal }) {
  const given = Object.entries(parameters).filter(([, value]) => value !== '' && value !== undefined);
  const form = new FormData();
  form.set('image', picture, picture.name);

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${path}?${new URLSearchParams(given)}`);
    request.setRequestHeader('Accept', 'application/json');
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.timeout = PATIENCE_MILLIS;
    request.upload.onprogress = (sent) => sent.lengthComputable && onSent(sent.loaded / sent.total);
    request.upload.onload = () => onSent(1);
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => reject(new Problem(texts.unreachable));
    request.ontimeout = () => reject(new Problem(texts.tooSlow));
    request.onabort = () => reject(new DOMException('another reading came', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function settle(request, resolve, reject) {
  const answer = parsed(request);
  if (request.status === 200 && answer) resolve(answer);
  else if (request.status === UNAUTHORIZED) {
    reject(new Problem(token ? texts.unknownToken : texts.wantsToken, texts.tokenTitle, answer?.requestId, request.status));
  } else reject(new Problem(answer?.detail ?? texts.unexpected(request.status), answer?.title, answer?.requestId, request.status));
}

function parsed(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}
