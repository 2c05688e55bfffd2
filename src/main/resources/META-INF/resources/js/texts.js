/** Every text of the page, in one place. */
export const texts = {
  navigation: 'Service',
  tryApi: 'Try the API',
  openApi: 'OpenAPI',

  picture: 'Picture',
  choose: 'Choose pictures',
  draw: 'Draw a number',
  camera: 'Use the camera',
  dropHint: 'or drop pictures anywhere, or paste one',
  shown: (name) => `The picture that was read: ${name}`,
  unshown: 'The browser cannot show this file; what was read in it is in the list.',
  marks: 'Show what was found',
  annotated: 'Save with marks',
  annotatedSuffix: '-numbers.png',

  viewport: 'Picture; plus and minus zoom, arrows move it',
  zoom: 'Zoom',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  zoomFit: 'Fit',
  zoomLevel: (zoom) => `${Math.round(100 * zoom)} %`,

  samples: 'Samples to try',
  sampleNames: {
    one: 'One number',
    lines: 'Several lines',
    ruled: 'Squared paper',
    touching: 'Touching digits',
    board: 'Chalk',
  },

  pad: 'Drawing pad',
  padName: 'A sheet to draw numbers on',
  padHint: 'Write a number here. It is read with each stroke.',
  drawing: (n) => `Drawing ${n}`,
  undo: 'Undo stroke',
  newDrawing: 'New sheet',
  closePad: 'Close the pad',

  photo: 'Photo',
  shoot: 'Take the photo',
  cancel: 'Cancel',
  cameraStarts: 'The camera starts. The browser may ask whether this page may use it.',
  cameraHint: 'Hold the numbers straight and near, in even light.',
  noCamera: 'The camera cannot be used: there is none, or the browser does not allow it. A photo can be chosen as a file instead.',

  options: 'Options',
  digits: 'Digits in a number',
  digitsHint: 'Optional, e.g. 6 or 2-8',
  signs: 'Signs',
  signsAll: 'Read them',
  signsNone: 'None: digits only',
  polarity: 'Writing',
  polarityAuto: 'Find out',
  polarityDark: 'Dark on light',
  polarityLight: 'Light on dark',
  method: 'Method',
  methodLearned: 'Learned',
  methodClassical: 'Classical',
  readAgain: 'Read again',

  outcome: 'What was read',
  lede: 'Handwritten numbers, read from a photo.',
  welcome:
    'Each number comes with where it stands, how sure the reader is of it and of every digit, and what else it could be.',
  formats: 'JPEG, PNG, WebP or BMP. If you know how many digits each number has, say so under Options: it helps.',

  sending: (share) => `Sending the picture: ${Math.round(share * 100)} %`,
  reading: 'Reading the numbers',
  waiting: 'Waiting',
  queue: (done, all) => `${done} of ${all} pictures read`,

  count: (n) => (n === 0 ? 'No numbers found' : n === 1 ? 'One number' : `${n} numbers`),
  announce: (values, unsure) =>
    `${texts.count(values.length)}: ${values.join(', ')}` + (unsure ? `; ${texts.unsureCount(unsure)}.` : '.'),
  unsureCount: (n) => (n === 1 ? 'one needs checking' : `${n} need checking`),
  nothing:
    'The picture was read, but nothing in it looks like a number. A closer, sharper picture with even light often helps; so does saying how the writing stands on the paper.',

  unreadCount: (n) => (n === 1 ? 'One piece of handwriting is in no number.' : `${n} pieces of handwriting are in no number.`),
  unreadReasons: {
    'no number': 'In no number: other handwriting',
    'crossed out': 'In no number: crossed out',
    unsure: 'In no number: perhaps one, but too unsure',
  },

  certain: (share) => `${share} sure`,
  uncertain: (share) => `Please check: ${share} sure`,
  weakest: (place, digit) => `The ${texts.ordinal(place)} digit, ${digit}, is the least sure.`,
  couldBe: 'Could also be',
  page: (number) => `page ${number}`,
  digitByDigit: 'Digit by digit',
  digitHint:
    'Point at a digit to see what else it could be. Click it, or type another on it, to put it right; the delete key removes it.',
  numberName: (value, sureness) => `${value}, ${sureness}`,
  digitName: ({ digit, confidence, corrected, read }, place, all) =>
    `${digit}, digit ${place} of ${all}, ` + (corrected ? texts.correction({ read }) : texts.certain(texts.percent(confidence))),
  copy: 'Copy',
  copyOf: (value) => `Copy ${value}`,
  copyAll: 'Copy all',
  copied: 'Copied',
  notCopied: 'Select it to copy',
  footer: (reading) =>
    `${reading.image.width} × ${reading.image.height} pixels, read in ${texts.millis(reading.millis?.total)}` +
    (reading.model ? ` by ${reading.model.name} ${reading.model.version}` : ''),
  millis: (millis) => (millis == null ? 'no time' : `${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`),

  tableOf: (rows, columns) => `Table of ${rows} rows and ${columns} columns`,
  tableName: (n) => `Table ${n}`,
  tableScroll: (n) => `Cells of table ${n}`,
  tableHint: 'Click a cell to put it right. Enter takes it and goes on to the next one that needs checking.',
  unsureCells: (n) => (n === 1 ? 'one cell needs checking' : `${n} cells need checking`),
  tableCopy: 'Copy',
  tableCopyName: 'Copy the table for a spreadsheet',
  tableCsv: 'Download CSV',
  tableSuffix: '-table.csv',
  cellName: ({ row, column, text, unsure, corrected }) =>
    `Row ${row + 1}, column ${column + 1}: ${text || 'empty'}${unsure ? ', please check' : ''}${corrected ? ', corrected' : ''}`,
  cellInput: ({ row, column }) => `Text of row ${row + 1}, column ${column + 1}`,

  cardName: (place, value) => `The ${texts.ordinal(place)} digit of ${value}`,
  asWritten: 'As written',
  asSeen: 'As the network saw it',
  asSeenAlt: 'The digit in 28 by 28 pixels, light on dark',
  noFrame: 'Not available',
  correctTo: 'Put it right',
  insertBefore: 'Insert before',
  insertAfter: 'Insert after',
  insertHint: { before: 'Which digit is missing before it?', after: 'Which digit is missing after it?' },
  remove: 'Remove',
  correction: ({ read }) => (read === null ? 'put in by you' : `was read as ${read}`),
  asRead: (value) => `Back to ${value}`,
  corrected: (read) => `Corrected by you; was read as ${read}`,
  correctedMark: 'corrected',
  nowReads: (value) => `Corrected: ${value}`,

  visit: 'This visit',
  visitHint: 'Kept in this tab only, also over a reload; gone when it is closed.',
  csv: 'Save all as CSV',
  json: 'Save all as JSON',
  forget: 'Forget all',
  problemIn: 'Could not be read',

  how: 'How was this read?',
  howWait: 'One moment',
  incomplete: (n) => `There is so much in this picture that only the first ${n} lines are shown.`,
  noSteps: 'The classical method has no steps to show.',
  stepPicture: (step) => `The picture after this step: ${step}`,
  stepGrey: { title: 'Grey', text: 'The picture upright, without colour, dark on light, at the size that is worked on.' },
  stepMap: { title: 'Handwriting', text: 'The first network marks where somebody has written, and what looks like numbers.' },
  mapLegend: { numbers: 'Rows of numbers', other: 'Other handwriting' },
  stepLines: (n) => ({
    title: 'Lines',
    text: n === 1 ? 'What is marked as numbers is cut out: one line.' : `What is marked as numbers is cut out line by line: ${n} lines.`,
  }),
  stepSymbols: {
    title: 'Symbols',
    text: 'The second network says for each place of a line what is written there: the likeliest symbol in large type, others below it. A ? is other handwriting, a │ a printed border.',
  },
  stepDigits: (n) => ({
    title: 'Digits once more',
    text: n === 0 ? 'There is no digit for the third network.' : `The third network sees each digit alone, in 28 by 28 pixels: ${n} in all. Both have a say.`,
  }),
  stepText: { title: 'Numbers', text: 'The symbols of each line are put together to numbers. What parts numbers stands between them.' },
  moreLines: (n) => (n === 1 ? 'Show one more line' : `Show ${n} more lines`),
  lineName: (n) => `Line ${n}`,
  lineAlt: (n) => `Line ${n}, cut out and turned upright`,
  noSymbols: 'No symbol is likely in this line.',
  scored: (symbol, share) => `${symbol}: ${share}`,

  problemTitle: 'That did not work',
  problemId: (id) => `Request ${id}`,
  tryAgain: 'Try again',
  tokenTitle: 'Authentication required',
  wantsToken: 'This service reads only for those who have a token. Whoever runs it gives one out.',
  unknownToken: 'The service does not know this token. Check that it was copied whole.',
  token: 'Token',
  tokenHint: 'Kept in this tab only, until it is closed or all is forgotten.',
  useToken: 'Read with this token',
  unreachable: 'The service could not be reached, or it refused the picture unread. Check the connection and the size of the picture, then try again.',
  tooSlow: 'The service took too long to answer. Please try again.',
  unexpected: (status) => `The service gave an answer this page does not understand (status ${status}). Please try again.`,

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
