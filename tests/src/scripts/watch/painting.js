// From before the page begins, notes of each picture that is painted out of sight in which frames its
// parts were painted.
(() => {
  let frame = 0;
  const count = () => {
    frame += 1;
    window.frameOfTests(count);
  };
  window.frameOfTests(count);

  const parts = new WeakMap();
  window.picturesPainted = [];
  const context = OffscreenCanvasRenderingContext2D.prototype;
  const fill = context.fillRect;
  // Each part begins with its ground.
  context.fillRect = function (...area) {
    parts.set(this.canvas, [...parts.get(this.canvas) ?? [], frame]);
    fill.apply(this, area);
  };
  const canvas = OffscreenCanvas.prototype;
  const hand = canvas.transferToImageBitmap;
  canvas.transferToImageBitmap = function () {
    window.picturesPainted.push(parts.get(this) ?? []);
    parts.delete(this);
    return hand.call(this);
  };
})();
