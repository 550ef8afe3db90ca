export { type IntakeOptions, type RegisterReading, RegisterRefusal, readRegister, type SheetMapping } from './intake';
