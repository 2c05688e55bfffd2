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
  shown: (name) => `Picture read: ${name}`,
  unshown: 'The browser cannot display this file. The numbers read in it are in the list.',
  marks: 'Show what was found',
  annotated: 'Save with marks',
  annotatedSuffix: '-numbers.png',

  viewport: 'Picture. Plus and minus zoom, the arrow keys move it.',
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
  padName: 'Drawing area',
  padHint: 'Write a number here. It is read after each stroke.',
  drawing: (n) => `Drawing ${n}`,
  undo: 'Undo stroke',
  newDrawing: 'New sheet',
  closePad: 'Close the pad',

  photo: 'Photo',
  shoot: 'Take photo',
  cancel: 'Cancel',
  cameraStarts: 'Starting the camera. The browser may ask for permission.',
  cameraHint: 'Hold the camera straight and close to the numbers, in even light.',
  noCamera: 'The camera is not available, or the browser does not allow it. Choose a photo as a file instead.',

  options: 'Options',
  digits: 'Digits in a number',
  digitsHint: 'Optional, e.g. 6 or 2-8',
  signs: 'Signs',
  signsAll: 'Read them',
  signsNone: 'None: digits only',
  polarity: 'Writing',
  polarityAuto: 'Automatic',
  polarityDark: 'Dark on light',
  polarityLight: 'Light on dark',
  method: 'Method',
  methodLearned: 'Learned',
  methodClassical: 'Classical',
  readAgain: 'Read again',

  outcome: 'Result',
  lede: 'Handwritten numbers, read from a photo.',
  welcome:
    'For each number you see where it is, how sure the reader is of it and of every digit, and what else it could be.',
  formats: 'JPEG, PNG, WebP, BMP, GIF, TIFF or PDF. If you know how many digits each number has, enter it under Options. It improves the result.',

  sending: (share) => `Sending the picture: ${Math.round(share * 100)} %`,
  reading: 'Reading the numbers',
  waiting: 'Waiting',
  queue: (done, all) => `${done} of ${all} pictures read`,

  count: (n) => (n === 0 ? 'No numbers found' : n === 1 ? 'One number' : `${n} numbers`),
  announce: (values, unsure) =>
    `${texts.count(values.length)}: ${values.join(', ')}` + (unsure ? `; ${texts.unsureCount(unsure)}.` : '.'),
  unsureCount: (n) => (n === 1 ? 'one needs checking' : `${n} need checking`),
  nothing:
    'No number was found in this picture. A closer, sharper picture in even light often helps. If the writing is lighter than the paper, choose Light on dark under Options.',

  unreadCount: (n) => (n === 1 ? 'One piece of handwriting was not read as a number.' : `${n} pieces of handwriting were not read as numbers.`),
  unreadReasons: {
    'no number': 'Not a number: other handwriting',
    'crossed out': 'Not a number: crossed out',
    unsure: 'Perhaps a number, but too uncertain',
  },

  certain: (share) => `${share} sure`,
  uncertain: (share) => `Please check: ${share} sure`,
  weakest: (place, digit) => `The ${texts.ordinal(place)} digit, ${digit}, is the least certain.`,
  couldBe: 'Could also be',
  page: (number) => `page ${number}`,
  digitByDigit: 'Digit by digit',
  digitHint:
    'Point at a digit to see what else it could be. To correct it, click it or type another digit. The Delete key removes it.',
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
  millis: (millis) => (millis === undefined || millis === null ? 'an unknown time' : `${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`),

  tableOf: (rows, columns) => `Table of ${rows} rows and ${columns} columns`,
  tableName: (n) => `Table ${n}`,
  tableScroll: (n) => `Cells of table ${n}`,
  tableHint: 'Click a cell to correct it. Enter confirms it and moves to the next cell that needs checking.',
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
  correctTo: 'Correct to',
  insertBefore: 'Insert before',
  insertAfter: 'Insert after',
  insertHint: { before: 'Which digit is missing before it?', after: 'Which digit is missing after it?' },
  remove: 'Remove',
  correction: ({ read }) => (read === null ? 'inserted by you' : `was read as ${read}`),
  asRead: (value) => `Back to ${value}`,
  corrected: (read) => `Corrected by you; was read as ${read}`,
  correctedMark: 'corrected',
  nowReads: (value) => `Corrected: ${value}`,

  visit: 'This visit',
  visitHint: 'Stored in this tab only. A reload keeps it, closing the tab deletes it.',
  csv: 'Save all as CSV',
  json: 'Save all as JSON',
  forget: 'Forget all',
  problemIn: 'Could not be read',

  how: 'How was this read?',
  howWait: 'Loading',
  incomplete: (n) => `This picture has many lines. Only the first ${n} are shown.`,
  noSteps: 'The classical method has no steps to show.',
  stepPicture: (step) => `The picture after this step: ${step}`,
  stepGrey: { title: 'Grey', text: 'The picture in grey, upright, dark on light, at working size.' },
  stepMap: { title: 'Handwriting', text: 'The first network marks where there is handwriting, and what looks like numbers.' },
  mapLegend: { numbers: 'Rows of numbers', other: 'Other handwriting' },
  stepLines: (n) => ({
    title: 'Lines',
    text: n === 1 ? 'The area marked as numbers is cut out: one line.' : `The areas marked as numbers are cut out: ${n} lines.`,
  }),
  stepSymbols: {
    title: 'Symbols',
    text: 'For each position in a line, the second network says what is written there. The likeliest symbol is in large type, others are below it. ? is other handwriting, │ is a printed border.',
  },
  stepDigits: (n) => ({
    title: 'Second opinion',
    text: n === 0 ? 'No digits were found for the third network.' : `The third network classifies each digit alone, in 28 by 28 pixels: ${n} in all. Both results are combined.`,
  }),
  stepText: { title: 'Numbers', text: 'The symbols of each line are combined into numbers. Separators stand between them.' },
  moreLines: (n) => (n === 1 ? 'Show one more line' : `Show ${n} more lines`),
  lineName: (n) => `Line ${n}`,
  lineAlt: (n) => `Line ${n}, cut out and levelled`,
  noSymbols: 'No symbol is likely in this line.',
  scored: (symbol, share) => `${symbol}: ${share}`,

  problemTitle: 'The request failed',
  problemId: (id) => `Request ${id}`,
  tryAgain: 'Try again',
  tokenTitle: 'Authentication required',
  wantsToken: 'This service requires a token. Ask its operator for one.',
  unknownToken: 'The service does not accept this token. Check that you copied all of it.',
  token: 'Token',
  tokenHint: 'Stored in this tab only, until you close it or choose Forget all.',
  useToken: 'Read with this token',
  unreachable: 'The service could not be reached, or it refused the upload. Check the connection and the size of the picture, then try again.',
  tooSlow: 'The service took too long to answer. Try again.',
  unexpected: (status) => `The service sent an unexpected answer (status ${status}). Try again.`,

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
