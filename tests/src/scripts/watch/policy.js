// Says in `stoppedByPolicy` what the page tried and its policy did not allow.
window.stoppedByPolicy = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.stoppedByPolicy.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
