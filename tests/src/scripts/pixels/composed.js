// The canvases of the map as they lie on each other, in device pixels: scripts about pixels begin
// with this. At rest every canvas lies on whole device pixels, so nothing is resampled.
const [map] = arguments;
const area = map.getBoundingClientRect();
const ratio = devicePixelRatio;
const composed = document.createElement('canvas');
composed.width = Math.round(area.width * ratio);
composed.height = Math.round(area.height * ratio);
const composition = composed.getContext('2d', { willReadFrequently: true });
for (const canvas of map.querySelectorAll('canvas')) {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  if (width === 0) continue;
  const rect = [(left - area.left) * ratio, (top - area.top) * ratio, width * ratio, height * ratio];
  composition.drawImage(canvas, ...rect.map(Math.round));
}
const { data } = composition.getImageData(0, 0, composed.width, composed.height);
