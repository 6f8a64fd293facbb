// From now on counts the lines of all paths, wherever they are drawn.
let lines = 0;
for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
  const { lineTo } = prototype;
  prototype.lineTo = function (...to) {
    lines += 1;
    lineTo.apply(this, to);
  };
}
window.linesDrawn = () => {
  const drawn = lines;
  lines = 0;
  return drawn;
};
