// The milliseconds from a click on an element until the page has answered it and is laid out.
const [element] = arguments;
const start = performance.now();
element.click();
// What the click has set off runs before the next task.
return new Promise(resolve => setTimeout(() => {
  document.querySelector('.list table').getBoundingClientRect();
  resolve(performance.now() - start);
}, 0));
