import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Field } from '@/lib/forms'
import { q } from '../parts/question'
import { options, t } from '../parts/text'

export const GRADES = options(['III', 'Cấp III', 'Grade III'], ['IV', 'Cấp IV', 'Grade IV'])

const square = { scale: 2, min: 1, unit: t('m²', 'm²') }
const metre = { scale: 2, unit: t('m', 'm') }

/** What a permit states (Decree 217/2026/NĐ-CP article 49). */
const RESULT_FIELDS: Field[] = [
  q('works', 'text', ['Tên công trình', 'Name of the building'], { sample: 'Nhà ở riêng lẻ' }),
  q('place', 'text', ['Địa điểm', 'Site'], { maxLength: 300, sample: '12 phố Đội Cấn, Phường Ba Đình, Hà Nội' }),
  q('parcel', 'text', ['Thửa đất số', 'Parcel number'], { maxLength: 20, sample: '45' }),
  q('mapSheet', 'text', ['Tờ bản đồ số', 'Map sheet number'], { maxLength: 20, sample: '12' }),
  q('grade', 'choice', ['Cấp công trình', 'Grade'], { options: GRADES, appearance: 'select', sample: 'IV' }),
  q('level', 'decimal', ['Cốt xây dựng', 'Ground level'], { ...metre, min: -50, sample: '0,3' }),
  q('redLine', 'text', ['Chỉ giới đường đỏ, chỉ giới xây dựng', 'Red line and building line'], {
    sample: 'Trùng chỉ giới đường đỏ phố Đội Cấn',
  }),
  q('coverage', 'decimal', ['Mật độ xây dựng', 'Coverage'], { max: 100, scale: 1, unit: t('%', '%'), sample: '75' }),
  q('landUse', 'decimal', ['Hệ số sử dụng đất', 'Floor area ratio'], { max: 50, scale: 2, sample: '2,25' }),
  q('floorArea', 'decimal', ['Tổng diện tích sàn', 'Total floor area'], { ...square, sample: '180' }),
  q('groundFloor', 'decimal', ['Diện tích xây dựng tầng một', 'Area of the ground floor'], { ...square, sample: '60' }),
  q('floors', 'integer', ['Số tầng nổi', 'Floors above ground'], { min: 1, max: 20, sample: '3' }),
  q('cellars', 'integer', ['Số tầng hầm', 'Basements'], { max: 5, sample: '0' }),
  q('maxHeight', 'decimal', ['Chiều cao tối đa', 'Greatest height'], { ...metre, min: 1, max: 200, sample: '11,4' }),
]

/** A building permit. */
export const buildingPermitResult: ProcedureDefinition['result'] = {
  name: t('Giấy phép xây dựng kèm bản vẽ được xác nhận', 'Building permit with confirmed drawings'),
  delivery: ['ELECTRONIC', 'POST'],
  decides:
    'Cấp phép cho {applicant} xây dựng công trình: {works}, tại {place}. Công trình phải khởi công trong thời hạn 12 tháng.',
  fields: RESULT_FIELDS,
  fromAnswers: {
    place: 'site.place',
    parcel: 'site.parcelNo',
    mapSheet: 'site.mapSheetNo',
    grade: 'works.grade',
    level: 'works.groundLevel',
    coverage: 'works.density',
    floorArea: 'works.totalFloorArea',
    groundFloor: 'works.floorArea1',
    floors: 'works.floorsAbove',
    cellars: 'works.basements',
    maxHeight: 'works.height',
  },
}
