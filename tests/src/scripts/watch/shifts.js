// From now on, adds up how far the layout shifts; keeps what moved.
window.layoutShift = 0;
window.shifted = [];
new PerformanceObserver(list => {
  for (const { value, sources } of list.getEntries()) {
    window.layoutShift += value;
    const name = ({ node }) => node?.className?.baseVal ?? node?.className ?? node?.nodeName ?? "";
    window.shifted.push(`${value}: ${(sources ?? []).map(name).join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
