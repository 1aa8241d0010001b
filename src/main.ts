import { mount } from 'svelte';
import App from '#ui/App.svelte';
import '#ui/style/tokens.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });
