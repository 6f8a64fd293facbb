// From now on keeps every text that is written on a canvas, with its font.
const written = [];
for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
  const { fillText } = prototype;
  prototype.fillText = function (text, ...at) {
    written.push([text, this.font]);
    fillText.call(this, text, ...at);
  };
}
window.namesWritten = () => written;
