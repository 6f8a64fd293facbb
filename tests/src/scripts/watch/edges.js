// From now on checks in every frame that something is painted along the edges of the map and inside it.
const [map] = arguments;
const [base, raster] = map.querySelectorAll('canvas');
const { left, top, width, height } = map.getBoundingClientRect();
const shares = [0.001, 0.25, 0.5, 0.75, 0.999];
const points = shares.flatMap(x => shares.map(y => [left + x * width, top + y * height]));
const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

// Both canvases are opaque: an unpainted pixel is black, which is no colour of the map. Around the
// whole country there is only the sea, whose colour the page behind the map has too.
const isPainted = ([x, y]) => [raster, base].some(canvas => {
  const rect = canvas.getBoundingClientRect();
  const isOn = rect.left <= x && x < rect.right && rect.top <= y && y < rect.bottom;
  if (!isOn) return canvas === base && rect.width > 0;
  const scale = canvas.width / rect.width;
  const [column, row] = [(x - rect.left) * scale, (y - rect.top) * scale].map(Math.floor);
  probe.drawImage(canvas, column, row, 1, 1, 0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  return red + green + blue > 0;
});

let [frames, isOver] = [0, false];
const bare = [];
const check = () => {
  if (isOver) return;
  frames += 1;
  bare.push(...points.filter(point => !isPainted(point)));
  window.frameOfTests(check);
};
window.frameOfTests(check);
window.edgesSeen = () => {
  isOver = true;
  return { frames, bare };
};
