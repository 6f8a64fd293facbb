// From now on remembers every place that the picture of the map is put to.
const [, sheet] = document.querySelectorAll('#carte canvas');
const places = new Set([sheet.style.transform]);
const observer = new MutationObserver(() => places.add(sheet.style.transform));
observer.observe(sheet, { attributes: true });
window.wayOfTests = () => {
  observer.disconnect();
  return places.size;
};
