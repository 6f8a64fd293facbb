// An old host, which knows no type of programs and data: it calls them plain text.
const known = window.fetch;
window.fetch = async (...request) => {
  const answer = await known(...request);
  if (!/\.(wasm|bin)$/.test(new URL(answer.url).pathname)) return answer;
  const headers = { 'Content-Type': 'text/plain' };
  return new Response(answer.body, { status: answer.status, headers });
};
