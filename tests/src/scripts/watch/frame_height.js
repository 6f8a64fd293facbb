// From before the page begins, notes each height of its first frame while that is shown.
window.frameHeights = [];
addEventListener('DOMContentLoaded', () => {
  const frame = document.querySelector('iframe');
  if (!frame) return;
  new ResizeObserver(() => {
    const height = frame.offsetHeight;
    if (height && height !== window.frameHeights.at(-1)) window.frameHeights.push(height);
  }).observe(frame);
});
