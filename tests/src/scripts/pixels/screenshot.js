// The colours of a screenshot, a PNG file in base 64, at points in CSS pixels.
const [file, points] = arguments;
const bytes = Uint8Array.from(atob(file), letter => letter.charCodeAt(0));
return createImageBitmap(new Blob([bytes], { type: "image/png" })).then(picture => {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  return points.map(([x, y]) => {
    const scale = devicePixelRatio;
    return [...context.getImageData(x * scale, y * scale, 1, 1).data.slice(0, 3)];
  });
});
