// An inline script that the site was not built with.
const script = document.createElement('script');
script.textContent = 'window.foreignScriptRan = true';
document.body.append(script);
return window.foreignScriptRan === true;
