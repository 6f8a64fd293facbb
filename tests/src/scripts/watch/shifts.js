// Collects the shifts of the layout that nobody has asked for, with what has moved in each.
(() => {
  const shifts = [];
  const add = entries => shifts.push(...entries.filter(it => !it.hadRecentInput));
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  window.layoutShift = () => {
    add(observer.takeRecords());
    const moved = ({ value, sources }) => {
      const names = sources.map(({ node }) => node?.className || node?.nodeName);
      return `${value.toFixed(4)} ${names.join(', ')}`;
    };
    return [shifts.reduce((sum, { value }) => sum + value, 0), shifts.map(moved)];
  };
})();
