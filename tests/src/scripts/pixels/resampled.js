// Counts the pixels of the middle of the map, which nothing lies over, that are not on the screenshot
// as they were painted.
const ROUNDING = 3;
const bytes = Uint8Array.from(atob(arguments[1]), letter => letter.charCodeAt(0));
const compare = screenshot => {
  const [left, top] = [0.3 * area.width, 0.3 * area.height].map(it => Math.round(it * ratio));
  const [width, height] = [0.3 * area.width, 0.4 * area.height].map(it => Math.round(it * ratio));
  const screen = new OffscreenCanvas(width, height).getContext('2d');
  const [x, y] = [area.left, area.top].map(it => Math.round(it * ratio));
  screen.drawImage(screenshot, -x - left, -y - top);
  const seen = screen.getImageData(0, 0, width, height).data;
  const painted = composition.getImageData(left, top, width, height).data;
  let count = 0;
  for (let start = 0; start < seen.length; start += 4) {
    const isOther = part => Math.abs(seen[start + part] - painted[start + part]) > ROUNDING;
    if ([0, 1, 2].some(isOther)) count += 1;
  }
  return { other: count, all: width * height };
};
return createImageBitmap(new Blob([bytes], { type: 'image/png' })).then(compare);
