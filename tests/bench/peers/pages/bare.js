// One picture that a few lines move with the hand and scale with the wheel: about the least that a map
// can take which follows the hand and animates its zoom. It has no data, names nothing, and shows its
// edges.
import '../common.css';
import { FILLS, NOTCH, NOTCH_PIXELS, container, readyAfterPaint, size } from '../common.js';

const [width, height] = size;
const canvas = document.createElement('canvas');
canvas.width = width * devicePixelRatio;
canvas.height = height * devicePixelRatio;
Object.assign(canvas.style, {
  width: `${width}px`, height: `${height}px`, touchAction: 'none',
  transformOrigin: '0 0', willChange: 'transform',
});
container.append(canvas);

// Painted out of sight and shown as an opaque bitmap, which is what costs the browser least to move.
const out = new OffscreenCanvas(canvas.width, canvas.height);
const context = out.getContext('2d', { alpha: false });
const shown = canvas.getContext('bitmaprenderer', { alpha: false });
function paint() {
  FILLS.forEach((fill, index) => {
    context.fillStyle = fill;
    context.fillRect(index * canvas.width / FILLS.length, 0, canvas.width, canvas.height);
  });
  shown.transferFromImageBitmap(out.transferToImageBitmap());
}
paint();

/** How much of the way to its end a zoom goes with each frame. */
const SHARE = 0.25;

let view = { scale: 1, x: 0, y: 0 };
let wanted = { ...view };
let isAsked = false;

function ask() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(move);
}

function move() {
  isAsked = false;
  const isThere = Math.abs(Math.log(wanted.scale / view.scale)) < 0.002;
  for (const part of ['scale', 'x', 'y']) {
    view[part] += (isThere ? 1 : SHARE) * (wanted[part] - view[part]);
  }
  if (isThere && view.scale !== 1) {
    // At rest it is painted anew, and no longer scaled.
    paint();
    view = { scale: 1, x: 0, y: 0 };
    wanted = { ...view };
  }
  // On whole pixels nothing has to be mixed.
  const [x, y] = [view.x, view.y].map(Math.round);
  canvas.style.transform = `translate(${x}px, ${y}px) scale(${view.scale})`;
  if (!isThere) ask();
}

let held = null;
const inContainer = event => {
  const { left, top } = container.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
};
container.addEventListener('pointerdown', event => {
  held = inContainer(event);
  container.setPointerCapture(event.pointerId);
});
container.addEventListener('pointerup', () => { held = null; });
container.addEventListener('pointermove', event => {
  if (held === null) return;
  const [x, y] = inContainer(event);
  wanted.x += x - held[0];
  wanted.y += y - held[1];
  held = [x, y];
  ask();
});
container.addEventListener('wheel', event => {
  event.preventDefault();
  const factor = NOTCH ** (-event.deltaY / NOTCH_PIXELS);
  const [x, y] = inContainer(event);
  wanted = {
    scale: factor * wanted.scale,
    x: x - factor * (x - wanted.x),
    y: y - factor * (y - wanted.y),
  };
  ask();
}, { passive: false });
readyAfterPaint();
