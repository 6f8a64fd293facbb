// From now on remembers every position that the raster of the map is moved to.
const [, raster] = document.querySelectorAll('#carte canvas');
const positions = new Set([raster.style.transform]);
const observer = new MutationObserver(() => positions.add(raster.style.transform));
observer.observe(raster, { attributes: true });
window.positionsOfTests = () => {
  observer.disconnect();
  return positions.size;
};
