import { kindTable } from './kind-table';

const FULL = `kind: MetricsPolicy
name: standard-metrics
title: Standard metrics
description: What is measured.
labels: { team: sre }
perConsumer: false
status: true
latency: true
bandwidth: false
upstreamHealth: false
`;

kindTable('MetricsPolicy', { 'with everything': FULL, 'with the least': 'kind: MetricsPolicy\nname: a\ntitle: A\n' }, [
  ['a word in place of a truth', 'perConsumer: false', 'perConsumer: off', '6:14 wrong-type'],
  ['a number in place of a truth', 'status: true', 'status: 1', '7:9 wrong-type'],
  ['nothing in place of a truth', 'latency: true', 'latency:', '8:9 wrong-type'],
  ['an unknown field', 'bandwidth:', 'bandwith:', '9:1 unknown-field'],
]);
