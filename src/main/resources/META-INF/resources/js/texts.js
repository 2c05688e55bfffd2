/** Every text of the page, in one place. */
export const texts = {
  navigation: 'Service',
  tryApi: 'Try the API',
  openApi: 'OpenAPI',

  picture: 'Picture',
  choose: 'Choose a picture',
  dropHint: 'or drop it here, or paste it',
  chooseAnother: 'Another picture',
  sample: 'Try the sample',
  sampleName: 'Sample',
  pastedName: 'Pasted picture',
  shown: (name) => `The picture that was read: ${name}`,
  unshown: 'The browser cannot show this picture.',
  marks: 'Show what was found',

  options: 'Options',
  digits: 'Digits in a number',
  digitsHint: 'If you know: 6, or 2-8',
  polarity: 'Writing',
  polarityAuto: 'Find out',
  polarityDark: 'Dark on light',
  polarityLight: 'Light on dark',
  readAgain: 'Read again',

  outcome: 'What was read',
  lede: 'Handwritten numbers, read from a photo.',
  welcome:
    'Each number comes with where it stands, how sure the reader is of it and of every digit, and what else it could be.',
  formats: 'JPEG, PNG, WebP or BMP. If you know how many digits each number has, say so under Options: it helps.',

  sending: (share) => `Sending the picture: ${Math.round(share * 100)} %`,
  reading: 'Reading the numbers',

  count: (n) => (n === 0 ? 'No numbers found' : n === 1 ? 'One number' : `${n} numbers`),
  announce: (values, unsure) =>
    `${texts.count(values.length)}: ${values.join(', ')}` + (unsure ? `; ${texts.unsureCount(unsure)}.` : '.'),
  unsureCount: (n) => (n === 1 ? 'one needs checking' : `${n} need checking`),
  nothing:
    'The picture was read, but nothing in it looks like a number. A closer, sharper picture with even light often helps; so does saying how the writing stands on the paper.',

  certain: (share) => `${share} sure`,
  uncertain: (share) => `Please check: ${share} sure`,
  weakest: (place, digit) => `The ${texts.ordinal(place)} digit, ${digit}, is the least sure.`,
  couldBe: 'Could also be',
  digitByDigit: 'Digit by digit',
  orElse: (digit, share) => `or ${digit}, ${share}`,
  copy: 'Copy',
  copyOf: (value) => `Copy ${value}`,
  copyAll: 'Copy all',
  copied: 'Copied',
  notCopied: 'Select it to copy',
  footer: (reading) =>
    `${reading.image.width} × ${reading.image.height} pixels, read in ${texts.millis(reading.millis?.total)}` +
    (reading.model ? ` by ${reading.model.name} ${reading.model.version}` : ''),
  millis: (millis) => (millis == null ? 'no time' : `${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`),

  problemTitle: 'That did not work',
  problemId: (id) => `Request ${id}`,
  tryAgain: 'Try again',
  unreachable: 'The service could not be reached, or it refused the picture unread. Check the connection and its size, then try again.',
  tooSlow: 'The service took too long to answer. Please try again.',
  unexpected: (status) => `The service gave an answer this page does not understand (status ${status}). Please try again.`,
  sampleMissing: 'The sample picture could not be loaded.',

  ordinal: (n) => n + (['th', 'st', 'nd', 'rd'][n % 100 > 10 && n % 100 < 14 ? 0 : n % 10] ?? 'th'),
  /** Whether a share is worth a person's eye: below, it would read as "less than 0.1 %". */
  worthSaying: (share) => share >= 0.0005,
  /** A share as per cent, never rounded up to certainty nor down to impossible. */
  percent: (share) => {
    const tenths = Math.round(share * 1000);
    if (tenths >= 1000) return '>\u00a099.9\u00a0%';
    if (tenths === 0 && share > 0) return '<\u00a00.1\u00a0%';
    return `${(tenths / 10).toFixed(tenths % 10 === 0 ? 0 : 1)}\u00a0%`;
  },
};

/** Fills the page's own texts in: data-text is content, data-label is an accessible name. */
export function fillTexts(root) {
  for (const element of root.querySelectorAll('[data-text]')) {
    element.textContent = texts[element.dataset.text];
  }
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', texts[element.dataset.label]);
  }
}
