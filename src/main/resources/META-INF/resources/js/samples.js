import { texts } from './texts.js';

/** Strokes of each digit, in percent of its height; a point given twice is a corner. */
const STROKES = [
  '40,2 14,18 4,50 14,84 38,98 60,84 68,50 60,16 36,2',
  '4,26 26,0 26,0 26,50 26,100',
  '6,24 18,4 42,2 56,18 48,44 26,72 4,98 4,98 34,96 62,97',
  '4,4 52,2 52,2 26,38 26,38 52,50 56,78 36,98 4,92',
  '12,4 6,36 4,60 4,60 32,60 66,58;50,28 48,64 46,100',
  '14,4 10,42 10,42 36,38 56,54 54,82 30,98 4,90;14,4 36,4 62,2',
  '36,0 14,34 4,70 18,96 42,96 54,76 42,58 20,60 6,74',
  '4,6 30,5 58,3 58,3 40,46 24,100',
  '48,12 28,0 8,14 14,36 36,50 54,74 38,98 12,94 4,74 22,52 44,34 52,14 42,4',
  '52,14 30,1 8,14 8,38 28,50 48,38 54,12 54,12 52,50 46,100',
].map((digit) => digit.split(';').map((stroke) => stroke.split(' ').map((point) => point.split(',').map(Number))));

const WIDTH = 640;
const HEIGHT = 280;
const PAPER = '#f4f3ee';
const INK = '#26272c';

/** Each sample draws itself, like a person would write it. */
const SAMPLES = {
  one: (pen) => {
    paper(pen);
    write(pen, '1704', 110, 75, 140, { gap: 34 });
  },
  lines: (pen) => {
    paper(pen);
    write(pen, '2025', 70, 22, 50, { gap: 16 });
    write(pen, '0386', 380, 24, 50, { gap: 16 });
    write(pen, '491', 90, 114, 50, { gap: 18 });
    write(pen, '57602', 84, 206, 50, { gap: 16 });
  },
  ruled: (pen) => {
    paper(pen);
    for (let y = 22; y < HEIGHT; y += 44) line(pen, '#a9bede', [0, y], [WIDTH, y]);
    for (let x = 30; x < WIDTH; x += 44) line(pen, '#a9bede', [x, 0], [x, HEIGHT]);
    write(pen, '6289', 130, 84, 112, { gap: 30, width: 8, colour: '#1d3a8a' });
  },
  touching: (pen) => {
    paper(pen);
    write(pen, '35', 130, 80, 130, { gap: 2, width: 9 });
    write(pen, '274', 330, 80, 130, { gap: 1, width: 9 });
  },
  board: (pen) => {
    paper(pen, '#24382f');
    write(pen, '93', 90, 70, 140, { gap: 40, colour: '#e8ece6' });
    write(pen, '41', 390, 70, 140, { gap: 46, colour: '#e8ece6' });
  },
};

/** Puts a button with a small picture for each sample into a place; `chosen` gets the sample's name. */
export function showSamples(place, chosen) {
  for (const name of Object.keys(SAMPLES)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sample';
    const small = canvas(0.25);
    SAMPLES[name](small.getContext('2d'));
    button.append(small, texts.sampleNames[name]);
    button.addEventListener('click', () => chosen(name));
    place.append(button);
  }
}

/** The sample as a file, as if it had been chosen. */
export async function drawSample(name) {
  const large = canvas(1);
  SAMPLES[name](large.getContext('2d'));
  const blob = await new Promise((done) => large.toBlob(done, 'image/png'));
  return new File([blob], `${texts.sampleNames[name]}.png`, { type: 'image/png' });
}

function canvas(scale) {
  const made = document.createElement('canvas');
  made.width = WIDTH * scale;
  made.height = HEIGHT * scale;
  made.getContext('2d').scale(scale, scale);
  made.setAttribute('aria-hidden', 'true');
  return made;
}

function paper(pen, colour = PAPER) {
  pen.fillStyle = colour;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
}

function line(pen, colour, from, to) {
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

function write(pen, digits, left, top, height, { gap, width = height / 12, colour = INK }) {
  Object.assign(pen, { strokeStyle: colour, lineWidth: width, lineCap: 'round', lineJoin: 'round' });
  let x = left;
  for (const [place, digit] of [...digits].entries()) {
    const strokes = STROKES[digit];
    const rise = ((place * 7) % 5) - 2; // no hand keeps the line
    for (const stroke of strokes) smooth(pen, stroke.map(([px, py]) => [x + (px * height) / 100, top + rise + (py * height) / 100]));
    x += (Math.max(...strokes.flat().map(([px]) => px)) * height) / 100 + gap;
  }
}

/** A line through the points, round except where a point stands twice (Catmull-Rom). */
function smooth(pen, points) {
  pen.beginPath();
  pen.moveTo(...points[0]);
  for (let i = 0; i + 1 < points.length; i++) {
    const [before, from, to, after] = [points[i - 1] ?? points[i], points[i], points[i + 1], points[i + 2] ?? points[i + 1]];
    pen.bezierCurveTo(
      from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6, ...to);
  }
  pen.stroke();
}
