// Resolves when the page has not been scrolled for ten frames.
return new Promise(resolve => {
  let [last, still] = [scrollY, 0];
  const check = () => {
    still = scrollY === last ? still + 1 : 0;
    last = scrollY;
    if (still === 10) resolve(null);
    else window.frameOfTests(check);
  };
  window.frameOfTests(check);
});
