// The milliseconds from a change of a text field until the page has answered it and is laid out.
const [field, text] = arguments;
const start = performance.now();
field.value = text;
field.dispatchEvent(new Event('input', { bubbles: true }));
// What the change has set off runs before the next task.
return new Promise(resolve => setTimeout(() => {
  document.querySelector('.list table').getBoundingClientRect();
  resolve(performance.now() - start);
}, 0));
