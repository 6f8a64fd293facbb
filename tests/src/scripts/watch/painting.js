// From before the page begins, notes in which frames the strips of each canvas out of sight are
// painted.
(() => {
  let frame = 0;
  const count = () => {
    frame += 1;
    window.frameOfTests(count);
  };
  window.frameOfTests(count);

  const strips = new WeakMap();
  window.canvasesPainted = [];
  const context = OffscreenCanvasRenderingContext2D.prototype;
  const fill = context.fillRect;
  // Each strip begins with a rectangle of the colour of the sea.
  context.fillRect = function (...area) {
    strips.set(this.canvas, [...strips.get(this.canvas) ?? [], frame]);
    fill.apply(this, area);
  };
  const canvas = OffscreenCanvas.prototype;
  const hand = canvas.transferToImageBitmap;
  canvas.transferToImageBitmap = function () {
    window.canvasesPainted.push(strips.get(this) ?? []);
    strips.delete(this);
    return hand.call(this);
  };
})();
