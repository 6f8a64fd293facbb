// Brings a mouse to each point of the map, given in CSS pixels, and reads the name beside it.
const [map, points] = arguments;
const area = map.getBoundingClientRect();

const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
const turn = () => new Promise(resolve => {
  const channel = new MessageChannel();
  channel.port1.onmessage = resolve;
  channel.port2.postMessage(null);
});

// Something changed around the map, or two frames went by without: nothing will.
async function reaction(act) {
  let observer;
  const change = new Promise(resolve => {
    observer = new MutationObserver(resolve);
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(map.parentElement, all);
  });
  act();
  await Promise.race([change, frame().then(frame)]);
  // What changes with it does so in the same turn.
  await turn();
  observer.disconnect();
}

async function nameAt([x, y]) {
  const clientX = area.left + x;
  const clientY = area.top + y;
  const event = { bubbles: true, pointerId: 1, pointerType: 'mouse', clientX, clientY };
  // As with a real mouse, what lies over the map keeps the event from it.
  const target = document.elementFromPoint(clientX, clientY) ?? document.body;
  await reaction(() => {
    // Each time a mouse that comes from elsewhere: there the map makes its hit test at once.
    map.dispatchEvent(new PointerEvent('pointerleave'));
    target.dispatchEvent(new PointerEvent('pointermove', event));
  });
  const tag = map.parentElement.querySelector('.hover-name');
  if (tag === null || getComputedStyle(tag).visibility === 'hidden') return null;
  const { left, right, top, bottom } = tag.getBoundingClientRect();
  const distance = Math.hypot(
    Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom));
  const within = tag.querySelector('span')?.textContent || null;
  return { name: tag.querySelector('strong').textContent, within, distance };
}

return (async () => {
  const names = [];
  for (const point of points) names.push(await nameAt(point));
  return names;
})();
