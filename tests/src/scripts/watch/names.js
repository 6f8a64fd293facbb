// From now on keeps every text that is written on a canvas, with its font, and where it lies until
// something is painted over it.
const written = [];
const lying = new Map();
const on = canvas => {
  if (!lying.has(canvas)) lying.set(canvas, { width: 0, texts: [] });
  return lying.get(canvas);
};
for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
  const { fillText, fillRect, drawImage } = prototype;
  prototype.fillText = function (text, x, y) {
    written.push([text, this.font]);
    const width = this.measureText(text).width;
    const size = parseFloat(/([\d.]+)px/.exec(this.font)[1]);
    const left = this.textAlign === 'center' ? x - width / 2 : x;
    const own = on(this.canvas);
    own.width = this.canvas.width;
    const middle = left + width / 2;
    // The rest is beyond the picture, and seen by nobody.
    if (middle >= 0 && middle <= own.width && y >= 0 && y <= this.canvas.height) {
      own.texts.push({ text, left, right: left + width, top: y - size / 2, bottom: y + size / 2 });
    }
    fillText.call(this, text, x, y);
  };
  // The background of a part of the picture: what was there is gone.
  prototype.fillRect = function (left, top, width, height) {
    const own = on(this.canvas);
    const isIn = (at, from, length) => at >= from && at <= from + length;
    own.texts = own.texts.filter(it => !(isIn((it.left + it.right) / 2, left, width)
      && isIn((it.top + it.bottom) / 2, top, height)));
    fillRect.call(this, left, top, width, height);
  };
  // A picture that moves takes its names with it.
  prototype.drawImage = function (image, right, down, ...rest) {
    if (this.globalCompositeOperation === 'copy') {
      for (const it of on(this.canvas).texts) {
        it.left += right;
        it.right += right;
        it.top += down;
        it.bottom += down;
      }
    }
    drawImage.call(this, image, right, down, ...rest);
  };
}
window.namesWritten = () => written;
// The names on the picture of the map, in CSS pixels from the map's upper left corner.
window.namesLying = () => {
  const shown = document.querySelectorAll('#carte canvas')[1];
  const map = document.querySelector('#carte').getBoundingClientRect();
  const { left, top, width } = shown.getBoundingClientRect();
  const scale = width / shown.width;
  const own = [...lying.values()].filter(one => one.width === shown.width);
  const names = new Map();
  for (const it of own.flatMap(one => one.texts)) {
    const x = at => left - map.left + at * scale;
    const y = at => top - map.top + at * scale;
    // A name is written once for each part of the picture that it touches.
    names.set(`${it.text} ${it.left} ${it.top}`,
      [it.text, [x(it.left), y(it.top), x(it.right), y(it.bottom)]]);
  }
  return [...names.values()];
};
