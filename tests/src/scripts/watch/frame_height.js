// From before the page begins, notes each height of its first frame while that is shown, also of one that
// comes later.
window.frameHeights = [];
addEventListener('DOMContentLoaded', () => {
  const watch = () => {
    const frame = document.querySelector('iframe');
    if (!frame) return false;
    new ResizeObserver(() => {
      const height = frame.offsetHeight;
      if (height && height !== window.frameHeights.at(-1)) window.frameHeights.push(height);
    }).observe(frame);
    return true;
  };
  if (watch()) return;
  const arrivals = new MutationObserver(() => watch() && arrivals.disconnect());
  arrivals.observe(document.documentElement, { childList: true, subtree: true });
});
