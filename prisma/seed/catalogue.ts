import { associationGrant } from './catalogue/association-grant.ts';
import { birth } from './catalogue/birth.ts';
import { buildingPermit } from './catalogue/building-permit.ts';
import { death } from './catalogue/death.ts';
import { drivingLicence } from './catalogue/driving-licence.ts';
import { familyCertificate } from './catalogue/family-certificate.ts';
import { identityCardQuestions } from './catalogue/identity-card.ts';
import { marketStall } from './catalogue/market-stall.ts';
import { marriage } from './catalogue/marriage.ts';
import { movingHouse } from './catalogue/moving-house.ts';
import { parkingPermit } from './catalogue/parking-permit.ts';
import { passport } from './catalogue/passport.ts';
import { question } from './catalogue/question.ts';
import { socialAdvice } from './catalogue/social-advice.ts';
import { studentRoom } from './catalogue/student-room.ts';
import { wasteTax } from './catalogue/waste-tax.ts';
import type { ServiceContent } from './content.ts';

/** The services of both municipalities, most asked first; `offers` says who offers which. */
export const services: readonly ServiceContent[] = [
  movingHouse,
  identityCardQuestions,
  drivingLicence,
  familyCertificate,
  passport,
  birth,
  marriage,
  death,
  buildingPermit,
  parkingPermit,
  socialAdvice,
  wasteTax,
  marketStall,
  studentRoom,
  associationGrant,
  question,
];
