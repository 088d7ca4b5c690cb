import type { IconShape } from './icon-shape.ts';
import { iconBaby } from './icons/baby.ts';
import { iconBadgePercent } from './icons/badge-percent.ts';
import { iconBookOpenText } from './icons/book-open-text.ts';
import { iconBuildingComplex } from './icons/building-complex.ts';
import { iconCalendarHeart } from './icons/calendar-heart.ts';
import { iconCamera } from './icons/camera.ts';
import { iconCar } from './icons/car.ts';
import { iconCarFront } from './icons/car-front.ts';
import { iconEuro } from './icons/euro.ts';
import { iconFileCheck } from './icons/file-check.ts';
import { iconFileText } from './icons/file-text.ts';
import { iconGlobe } from './icons/globe.ts';
import { iconGraduationCap } from './icons/graduation-cap.ts';
import { iconHandCoins } from './icons/hand-coins.ts';
import { iconHandHeart } from './icons/hand-heart.ts';
import { iconHeart } from './icons/heart.ts';
import { iconHouse } from './icons/house.ts';
import { iconIdCard } from './icons/id-card.ts';
import { iconLandmark } from './icons/landmark.ts';
import { iconLightbulb } from './icons/lightbulb.ts';
import { iconMail } from './icons/mail.ts';
import { iconMapPin } from './icons/map-pin.ts';
import { iconMapPinHouse } from './icons/map-pin-house.ts';
import { iconMessageCircleQuestionMark } from './icons/message-circle-question-mark.ts';
import { iconMessageSquareText } from './icons/message-square-text.ts';
import { iconPencil } from './icons/pencil.ts';
import { iconPencilRuler } from './icons/pencil-ruler.ts';
import { iconPlane } from './icons/plane.ts';
import { iconReceiptText } from './icons/receipt-text.ts';
import { iconRecycle } from './icons/recycle.ts';
import { iconRuler } from './icons/ruler.ts';
import { iconShieldCheck } from './icons/shield-check.ts';
import { iconSmartphone } from './icons/smartphone.ts';
import { iconSquareLetterP } from './icons/square-letter-p.ts';
import { iconStore } from './icons/store.ts';
import { iconUsers } from './icons/users.ts';
import { iconZap } from './icons/zap.ts';

/** Icons that content (a category, something to bring) may name, by their Lucide name; two of them are older names. */
const namedIcons: Readonly<Record<string, IconShape>> = {
  baby: iconBaby,
  'badge-percent': iconBadgePercent,
  'book-open-text': iconBookOpenText,
  'building-2': iconBuildingComplex,
  'calendar-heart': iconCalendarHeart,
  camera: iconCamera,
  car: iconCar,
  'car-front': iconCarFront,
  euro: iconEuro,
  'file-check': iconFileCheck,
  'file-text': iconFileText,
  globe: iconGlobe,
  'graduation-cap': iconGraduationCap,
  'hand-coins': iconHandCoins,
  'hand-heart': iconHandHeart,
  heart: iconHeart,
  house: iconHouse,
  'id-card': iconIdCard,
  landmark: iconLandmark,
  lightbulb: iconLightbulb,
  mail: iconMail,
  'map-pin': iconMapPin,
  'map-pin-house': iconMapPinHouse,
  'message-circle-question-mark': iconMessageCircleQuestionMark,
  'message-square-text': iconMessageSquareText,
  pencil: iconPencil,
  'pencil-ruler': iconPencilRuler,
  plane: iconPlane,
  'receipt-text': iconReceiptText,
  recycle: iconRecycle,
  ruler: iconRuler,
  'shield-check': iconShieldCheck,
  smartphone: iconSmartphone,
  'square-parking': iconSquareLetterP,
  store: iconStore,
  users: iconUsers,
  zap: iconZap,
};

/** The drawing of an icon that content names; a plain sheet for a name that is not known. */
export function iconByName(name: string): IconShape {
  return namedIcons[name] ?? iconFileText;
}
