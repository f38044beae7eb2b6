/** The desired state of a gateway, as data. */
export {
  type CertificateFact,
  type ConsumerFacts,
  consumerTags,
  type GrantFact,
  parseConsumerTags,
  writeConsumerTags,
} from './consumer-tags';
