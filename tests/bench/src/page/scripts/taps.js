// Tells when the first tap came that led to an answer: our page goes to an address, a peer selects.
(() => {
  let tap = null;
  const tell = () => {
    if (tap !== null) window.benchTapped(String(tap));
  };
  addEventListener('click', event => {
    tap = event.timeStamp;
    setTimeout(() => {
      if (window.bench?.selected) tell();
    });
  }, true);
  navigation.addEventListener('navigate', event => {
    if (new URL(event.destination.url).pathname !== location.pathname) tell();
  });
})();
