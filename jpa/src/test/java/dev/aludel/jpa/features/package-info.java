@FilterDef(name = "by_tenant", parameters = @ParamDef(name = "tenant", type = String.class))
package dev.aludel.jpa.features;

import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
