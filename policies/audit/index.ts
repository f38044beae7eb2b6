export { type AuditInput, auditPlugins } from './audit';
