// The script of the floor page; a file of its own, for it is served with the policy of the app.
document.querySelector('#tap')?.addEventListener('click', () => {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  oscillator.connect(context.destination);
  oscillator.start();
});
