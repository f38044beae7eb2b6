export { type PartnerApplicationsProps, partnerApplications } from './partner-applications';
