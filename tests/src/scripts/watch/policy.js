// Collects the violations of the page's policy in `stoppedByPolicy`.
window.stoppedByPolicy = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.stoppedByPolicy.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
