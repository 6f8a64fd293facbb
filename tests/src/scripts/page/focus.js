// The role and the name of the element that has the focus.
const it = document.activeElement;
return {
  role: it.getAttribute('role') ?? it.tagName.toLowerCase(),
  name: it.getAttribute('aria-label') ?? it.labels?.[0]?.textContent ?? it.textContent,
};
