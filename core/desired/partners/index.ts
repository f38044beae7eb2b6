export { NO_SECRET } from './credentials';
export { type PartnerApplicationsProps, partnerApplications } from './partner-applications';
