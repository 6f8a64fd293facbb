// Resolves with the page's own mark, which may have been set before.
return new Promise(resolve => {
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName('map-ready').length > 0) {
      observer.disconnect();
      resolve(null);
    }
  }).observe({ type: 'mark', buffered: true });
});
