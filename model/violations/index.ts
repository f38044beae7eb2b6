export { violations } from './violations';
