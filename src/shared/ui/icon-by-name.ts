import * as shapes from './icon-shapes.ts';

/** Icons that content (a category, something to bring) may name, by their Lucide name; two of them are older names. */
const namedIcons: Readonly<Record<string, shapes.IconShape>> = {
  baby: shapes.iconBaby,
  'badge-percent': shapes.iconBadgePercent,
  'book-open-text': shapes.iconBookOpenText,
  'building-2': shapes.iconBuildingComplex,
  'calendar-heart': shapes.iconCalendarHeart,
  camera: shapes.iconCamera,
  car: shapes.iconCar,
  'car-front': shapes.iconCarFront,
  euro: shapes.iconEuro,
  'file-check': shapes.iconFileCheck,
  'file-text': shapes.iconFileText,
  globe: shapes.iconGlobe,
  'graduation-cap': shapes.iconGraduationCap,
  'hand-coins': shapes.iconHandCoins,
  'hand-heart': shapes.iconHandHeart,
  heart: shapes.iconHeart,
  house: shapes.iconHouse,
  'id-card': shapes.iconIdCard,
  landmark: shapes.iconLandmark,
  lightbulb: shapes.iconLightbulb,
  mail: shapes.iconMail,
  'map-pin': shapes.iconMapPin,
  'map-pin-house': shapes.iconMapPinHouse,
  'message-circle-question-mark': shapes.iconMessageCircleQuestionMark,
  'message-square-text': shapes.iconMessageSquareText,
  pencil: shapes.iconPencil,
  'pencil-ruler': shapes.iconPencilRuler,
  plane: shapes.iconPlane,
  'receipt-text': shapes.iconReceiptText,
  recycle: shapes.iconRecycle,
  ruler: shapes.iconRuler,
  'shield-check': shapes.iconShieldCheck,
  smartphone: shapes.iconSmartphone,
  'square-parking': shapes.iconSquareLetterP,
  store: shapes.iconStore,
  users: shapes.iconUsers,
  zap: shapes.iconZap,
};

/** The drawing of an icon that content names; a plain sheet for a name that is not known. */
export function iconByName(name: string): shapes.IconShape {
  return namedIcons[name] ?? shapes.iconFileText;
}
