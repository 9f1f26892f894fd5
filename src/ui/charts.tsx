/** The door of the charts: each is drawn on the server in SVG, with its words and its figures. */
export { BarChart } from './charts/bar-chart.tsx';
export { ColumnChart } from './charts/column-chart.tsx';
export { DepartmentMap } from './charts/department-map.tsx';
export { LineChart } from './charts/line-chart.tsx';
