// What the keyboard acts on.
const it = document.activeElement;
return {
  role: it.getAttribute('role') ?? it.tagName.toLowerCase(),
  name: it.getAttribute('aria-label') ?? it.labels?.[0]?.textContent ?? it.textContent,
};
