import type { ProcedureDefinition } from '@/lib/catalogue'
import { q } from '../parts/question'
import { options, t } from '../parts/text'

const FORM_CODES =
  'D,E,AI,AK,AJ,AANZ,AHK,RCEP,EUR.1,EUR.1 UK,CPTPP,EAV,VN-CU,VC,VK,VJ,VI,X,S,B,A,ICO,T,GSTP,BR9,DA59,Peru,Venezuela,CNM,REX'
export const CO_FORMS = options(...FORM_CODES.split(',').map((code) => [code, code, code] as const))

/** A certificate of origin. */
export const certificateOfOriginResult: ProcedureDefinition['result'] = {
  name: t('C/O điện tử có mã QR', 'Electronic certificate with QR code'),
  delivery: ['ELECTRONIC', 'DESK'],
  decides: 'Cấp Giấy chứng nhận xuất xứ hàng hóa mẫu {coForm} số {coNumber} cho {applicant}.',
  fields: [
    q('coNumber', 'text', ['Số C/O', 'Number of the certificate'], { maxLength: 40, sample: 'VN-JP 26/02/00124' }),
    q('coForm', 'choice', ['Mẫu C/O', 'Form'], {
      options: CO_FORMS,
      appearance: 'select',
      sample: 'AJ',
    }),
    q('exporter', 'text', ['Người xuất khẩu', 'Exporter'], { sample: 'Công ty TNHH Thương mại Sao Mai' }),
    q('importer', 'text', ['Người nhận hàng', 'Consignee'], { sample: 'Sakura Trading Co., Ltd.' }),
    q('country', 'text', ['Nước nhập khẩu', 'Importing country'], { maxLength: 60, sample: 'Nhật Bản' }),
    q('declaration', 'text', ['Số tờ khai xuất khẩu', 'Export declaration'], {
      maxLength: 20,
      sample: '306123456789',
    }),
    q('invoiceNo', 'text', ['Số hóa đơn', 'Invoice'], { maxLength: 40, sample: 'SM-2026-118' }),
    q('goods', 'multiline', ['Hàng hóa', 'Goods'], { sample: 'Giày thể thao; mã HS 64041190; 2.000 đôi' }),
  ],
  fromAnswers: {
    coForm: 'formCode',
    exporter: 'trader.name',
    importer: 'consignee',
    country: 'importCountry',
    declaration: 'exportDeclaration.no',
    invoiceNo: 'invoice.no',
    goods: 'items',
  },
}
