export type { ConsumerFacts } from './consumer-facts';
export { consumerTags, writeConsumerTags } from './consumer-tags';
export { parseConsumerTags } from './parse-consumer-tags';
