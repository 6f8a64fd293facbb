// The shares of pixels in a rectangle, CSS pixels, that differ by more than a bound in a channel between
// each screenshot and one of several others, the nearest: PNG files in base 64.
const [files, others, [left, top, right, bottom], bound] = arguments;
const pixels = async file => {
  const bytes = Uint8Array.from(atob(file), letter => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const [x, y] = [left, top].map(it => Math.ceil(it * devicePixelRatio));
  const [width, height] = [right - left, bottom - top].map(it => Math.floor(it * devicePixelRatio));
  return context.getImageData(x, y, width, height).data;
};
const share = (one, other) => {
  let differing = 0;
  for (let at = 0; at < one.length; at += 4) {
    const differs = [0, 1, 2].some(channel => Math.abs(one[at + channel] - other[at + channel]) > bound);
    if (differs) differing += 1;
  }
  return differing / (one.length / 4);
};
return (async () => {
  const near = await Promise.all(others.map(pixels));
  const shares = [];
  for (const file of files) {
    const one = await pixels(file);
    shares.push(Math.min(...near.map(other => share(one, other))));
  }
  return shares;
})();
